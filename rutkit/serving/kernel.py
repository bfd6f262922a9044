"""The kernel behind a page: ipykernel, which leaves Ctrl-C to the server from its first moment on.

Run as `python -m rutkit.serving.kernel`. A kernel that was still starting when somebody pressed Ctrl-C would end
with a traceback in their terminal.
"""

from __future__ import annotations

import signal
import sys

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # `-m` put the folder of notebooks first, where a file may have the name of a library.
    del sys.path[0]
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()
