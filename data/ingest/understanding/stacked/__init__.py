"""Business cases with a block of costs and a block of benefits below one another on one sheet."""
