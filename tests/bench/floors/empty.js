/** Nothing at all: what an extension costs a page by being there. */
