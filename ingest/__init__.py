"""A document becomes a property graph: reader, outline, clauses, industries, targets, build."""
