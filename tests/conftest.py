"""The same generated examples in every run: a build that fails does so for everybody.

`pytest --hypothesis-profile=default` looks for others.
"""

from hypothesis import settings

settings.register_profile("same", derandomize=True)
settings.load_profile("same")
