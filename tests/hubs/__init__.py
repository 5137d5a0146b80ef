"""The hub on real servers: gitolite over OpenSSH, and git over HTTP. Only for ``make hubs``."""
