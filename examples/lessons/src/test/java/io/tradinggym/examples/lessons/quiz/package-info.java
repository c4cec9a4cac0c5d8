/** Tests of the machinery behind the lessons. */
@NullMarked
package io.tradinggym.examples.lessons.quiz;

import org.jspecify.annotations.NullMarked;
