"""How Assay and PyTorch are measured side by side. Needs nothing but Python's own library."""
