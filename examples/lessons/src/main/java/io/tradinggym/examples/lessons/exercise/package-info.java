/** The hidden tests of the exercises. Read them after you solved them. */
@NullMarked
package io.tradinggym.examples.lessons.exercise;

import org.jspecify.annotations.NullMarked;
