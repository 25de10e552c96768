#!/bin/sh
# This machine's Chromium in the network of the host, whose loopback *.localhost then is.
exec nsenter --target "$PILOT_UI_LEADER" --net -- chromium "$@"
