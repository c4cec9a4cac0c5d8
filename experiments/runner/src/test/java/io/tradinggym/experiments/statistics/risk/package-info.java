/** Tests of the risk numbers, against published values. */
@NullMarked
package io.tradinggym.experiments.statistics.risk;

import org.jspecify.annotations.NullMarked;
