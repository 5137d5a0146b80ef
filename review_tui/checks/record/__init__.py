"""The record itself: resolutions, numbering, actions."""
