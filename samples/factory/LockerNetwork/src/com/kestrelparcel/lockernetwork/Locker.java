package com.kestrelparcel.lockernetwork;

import com.kestrelparcel.coregeo.PostalArea;
import com.kestrelparcel.depots.Depot;
import platform.entity.Entity;

/** A wall of boxes that parcels are collected from. */
public record Locker(String id, PostalArea area, Depot depot, int boxes) implements Entity {}
