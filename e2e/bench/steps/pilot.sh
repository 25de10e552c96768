#!/bin/bash
# One more tenant with Pilot.
source "$(dirname "$0")/count.sh"

decide name=stepspilot "an account, database and unit that nothing else is called"
decide domain=stepspilot.localhost "where it is to answer"

enter pilot create-tenant --name="$name" --domain="$domain"

prove
