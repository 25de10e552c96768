/** The reference of a problem that an older Pilot stored with other arguments: no journal has more of it. */
export const ofOlderPilot = 'of-an-older-pilot'
