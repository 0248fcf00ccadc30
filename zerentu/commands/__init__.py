"""The commands, a module of its name for each; each is a thin layer over the library."""
