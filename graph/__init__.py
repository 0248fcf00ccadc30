"""What the graph is, and where it is kept: schema, identity, names, regions, stores."""
