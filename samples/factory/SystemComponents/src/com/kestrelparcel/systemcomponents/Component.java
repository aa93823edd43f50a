package com.kestrelparcel.systemcomponents;

import java.util.function.BooleanSupplier;

/**
 * A part of the environment that can be checked.
 *
 * @param check whether the component works
 */
public record Component(String name, boolean vital, BooleanSupplier check) {}
