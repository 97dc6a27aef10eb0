"""The desk in a browser: pages and templates, and the read API. The only place that knows a web framework."""
