"""The networks that Assay is measured against, in plain PyTorch as its users write it."""
