/** Tests of the metrics: closed forms, second implementations, laws that hold for any data, real files where there are any. */
@NullMarked
package io.tradinggym.experiments.statistics;

import org.jspecify.annotations.NullMarked;
