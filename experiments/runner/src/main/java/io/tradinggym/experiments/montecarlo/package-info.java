/**
 * What if it had gone otherwise: {@link io.tradinggym.experiments.montecarlo.MonteCarlo} plays a rule or a policy
 * through histories drawn again in blocks, under other costs and fills, and through described crashes.
 */
@NullMarked
package io.tradinggym.experiments.montecarlo;

import org.jspecify.annotations.NullMarked;
