"""Review draft minutes beside their source notes, before they become the record."""

__version__ = "0.1.0"
