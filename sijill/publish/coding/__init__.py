"""Events in the columns of the datasets that code them: an imported row as it came, any other as its codes allow."""
