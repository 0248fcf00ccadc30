"""Questions: one documented .cypher file each, with typed helpers, and the audit."""
