package com.kestrelparcel.drivers;

import com.kestrelparcel.depots.Depot;
import platform.entity.Entity;
import platform.security.User;

/** Somebody who drives for a depot. */
public record Driver(String id, User user, Depot home, int shiftMinutes) implements Entity {}
