/** Tests of the machinery behind the lessons. */
@NullMarked
package io.tradinggym.examples.lessons.book;

import org.jspecify.annotations.NullMarked;
