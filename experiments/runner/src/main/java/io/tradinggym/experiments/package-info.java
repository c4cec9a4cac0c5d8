/**
 * Experiments: what turns environments and learners into results that can be told again. {@code cli} is the command line
 * behind {@code experiments/run}.
 */
@NullMarked
package io.tradinggym.experiments;

import org.jspecify.annotations.NullMarked;
