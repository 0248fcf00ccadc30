"""Pictures: one self-contained HTML file each."""
