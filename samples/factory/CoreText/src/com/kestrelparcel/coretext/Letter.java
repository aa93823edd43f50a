package com.kestrelparcel.coretext;

import java.util.Map;
import java.util.TreeMap;
import platform.text.Template;

/** A letter in the company's wording: a salutation, a text with placeholders, and a closing. */
public record Letter(String subject, Template text) {

  /** A letter with this subject and text. */
  public static Letter of(String subject, String text) {
    return new Letter(subject, new Template("Dear {{name}}, " + text + " Your Kestrel Parcel"));
  }

  /** The letter to one recipient. */
  public String to(String name, Map<String, String> values) {
    Map<String, String> all = new TreeMap<>(values);
    all.put("name", Words.capitalised(name));
    return subject + " | " + text.fill(all);
  }
}
