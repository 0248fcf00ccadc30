"""Plans read on several machines with Dask: workers leave Parquet parts in a folder that all can reach, this process writes the store.

Needs the extra ``cluster``; nothing here is imported before a load asks for it.
"""
