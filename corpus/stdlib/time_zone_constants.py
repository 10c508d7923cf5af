# harness:
#   description: the zone constants of time in UTC and in zones with and without summer time
#   tags: [module:time]
#   env: {TZ: "UTC"}
import time

print("start:", time.timezone, time.altzone, time.daylight, time.tzname)
print("local:", time.localtime(0)[:6], time.localtime(0).tm_isdst, time.localtime(0).tm_gmtoff)
