package com.kestrelparcel.customs;

/** How goods of a kind are treated at the border of a country. */
public record TariffLine(
    String code, String country, String keyword, int dutyPercent, boolean prohibited) {}
