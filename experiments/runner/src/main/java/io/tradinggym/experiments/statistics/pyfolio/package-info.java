/** Track records that others wrote: returns, positions and transactions as pyfolio has them. */
@NullMarked
package io.tradinggym.experiments.statistics.pyfolio;

import org.jspecify.annotations.NullMarked;
