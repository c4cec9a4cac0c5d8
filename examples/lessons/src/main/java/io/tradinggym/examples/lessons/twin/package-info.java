/** Code of lessons that is too long for a cell: environments, experiments. Each says which lesson it belongs to. */
@NullMarked
package io.tradinggym.examples.lessons.twin;

import org.jspecify.annotations.NullMarked;
