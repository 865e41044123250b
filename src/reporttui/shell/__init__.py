"""The commands for the shell: parse arguments, call one function below, print."""
