/** Evidence that the lab's judgements hold where the truth is known: nothing is found where there is nothing. */
@NullMarked
package io.tradinggym.experiments.evidence;

import org.jspecify.annotations.NullMarked;
