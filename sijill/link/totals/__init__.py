"""Numbers of a report that count the people of several incidents which it tells one by one."""
