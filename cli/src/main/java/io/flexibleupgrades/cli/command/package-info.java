/** What every command shares: its session, its exit codes and how it fails. */
@NullMarked
package io.flexibleupgrades.cli.command;

import org.jspecify.annotations.NullMarked;
