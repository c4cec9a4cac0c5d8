/** Every lesson runs, its quiz has the library's numbers, and the site holds them all. */
@NullMarked
package io.tradinggym.examples.lessons;

import org.jspecify.annotations.NullMarked;
