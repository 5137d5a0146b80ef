"""The gate, signing off, reopening and handing over."""
