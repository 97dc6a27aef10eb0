"""Publishing: the pages of the house on every run, and releases when somebody asks for one."""
