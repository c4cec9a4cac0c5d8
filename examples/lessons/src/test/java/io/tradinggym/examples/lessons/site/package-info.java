/** Tests of the machinery behind the lessons. */
@NullMarked
package io.tradinggym.examples.lessons.site;

import org.jspecify.annotations.NullMarked;
