"""The commands, a module for each group of them; each is a thin layer over the library."""
