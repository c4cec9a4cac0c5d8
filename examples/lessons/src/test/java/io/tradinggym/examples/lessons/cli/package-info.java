/** Tests of the machinery behind the lessons. */
@NullMarked
package io.tradinggym.examples.lessons.cli;

import org.jspecify.annotations.NullMarked;
