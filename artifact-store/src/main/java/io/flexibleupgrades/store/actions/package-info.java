/** The action cache: what came of a compile, by the key of its inputs. */
@NullMarked
package io.flexibleupgrades.store.actions;

import org.jspecify.annotations.NullMarked;
