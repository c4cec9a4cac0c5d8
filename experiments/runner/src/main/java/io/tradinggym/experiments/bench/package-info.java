/**
 * Quick measurements of throughput through the public API, for {@code experiments/run bench}. Claims that others build upon
 * are measured by the JMH benchmarks; these take seconds and tell whether something broke.
 */
@NullMarked
package io.tradinggym.experiments.bench;

import org.jspecify.annotations.NullMarked;
