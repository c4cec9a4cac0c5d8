/** Tests of the evaluation over seeds. */
@NullMarked
package io.tradinggym.experiments.statistics.seeds;

import org.jspecify.annotations.NullMarked;
