"""Times that are not the event's own: the day of speaking, and that of a report that tells news."""
