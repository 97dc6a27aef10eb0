"""What is built once from public data and packaged: no benchmark."""
