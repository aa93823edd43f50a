/** The whole life of an upgrade: tasks on premises, publishing, the dialogue in a terminal. */
@NullMarked
package io.flexibleupgrades.systemtests.life;

import org.jspecify.annotations.NullMarked;
