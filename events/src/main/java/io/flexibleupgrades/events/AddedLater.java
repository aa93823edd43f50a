package io.flexibleupgrades.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that a type got after it was shipped. It can be null, and is left out of the
 * message where it is, so that old messages are written as they were.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AddedLater {}
