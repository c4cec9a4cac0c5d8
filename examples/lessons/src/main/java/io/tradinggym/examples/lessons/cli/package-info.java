/** The command {@code experiments/run lessons}. */
@NullMarked
package io.tradinggym.examples.lessons.cli;

import org.jspecify.annotations.NullMarked;
