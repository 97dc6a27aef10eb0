"""The adapter from claims to the templates of the MUC-4 task: messages, incidents, slots, and the task's own lists."""
