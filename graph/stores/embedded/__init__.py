"""The embedded store: a LadybugDB file that is an immutable snapshot.

Here belong building, sealing, swapping and reading that file, and the lock of its one writer.
Nothing outside this room imports the engine.
"""
