"""Whole screens and dialogs: they wire widgets to services and decide nothing."""
